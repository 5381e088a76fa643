from docxtpl import DocxTemplate

template = DocxTemplate("variables.docx")
template.render({"var": "a line\nanother line\ta tab\aa new paragraph\fa new page"})
template.save("out.docx")
