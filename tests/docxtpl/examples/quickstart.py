from docxtpl import DocxTemplate

template = DocxTemplate("quickstart.docx")
template.render({"company_name": "World company"})
template.save("out.docx")
