from docxtpl import DocxTemplate

template = DocxTemplate("paragraphs.docx")
template.render({"display_paragraph": True, "hidden": False, "items": ["one", "two"]})
template.save("out.docx")
