from docxtpl import DocxTemplate

template = DocxTemplate("autoescaping.docx")
template.render({"var": "< & > \" '", "rows": [{"code": "if (a < b && c > d)\n\treturn;"}]}, autoescape=True)
template.save("out.docx")
