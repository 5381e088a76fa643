from docxtpl import DocxTemplate

template = DocxTemplate("edited_before.docx")
document = template.get_docx()
document.add_paragraph("added before: {{ name }}")
template.paragraphs[0].runs[0].bold = True
template.render({"name": "value"})
assert template.is_rendered
template.save("out.docx")
