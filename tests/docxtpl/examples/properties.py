from docxtpl import DocxTemplate

template = DocxTemplate("properties.docx")
template.render({"test": "HELLO", "author": "an author"})
template.save("out.docx")
