from docxtpl import DocxTemplate

template = DocxTemplate("merging_text.docx")
template.render({"living_in_town": True})
template.save("out.docx")
