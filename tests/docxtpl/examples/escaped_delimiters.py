from docxtpl import DocxTemplate

template = DocxTemplate("escaped_delimiters.docx")
template.render({"name": "value"})
template.save("out.docx")
