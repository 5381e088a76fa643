from docxtpl import DocxTemplate

template = DocxTemplate("comments.docx")
template.render({})
template.save("out.docx")
