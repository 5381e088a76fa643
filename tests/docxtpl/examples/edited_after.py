from docxtpl import DocxTemplate

template = DocxTemplate("edited_after.docx")
template.render({"name": "value"})
template.docx.add_paragraph("added after: {{ name }}")
assert [paragraph.text for paragraph in template.paragraphs] == ["value", "added after: {{ name }}"]
template.save("out.docx")
