from docxtpl import DocxTemplate

template = DocxTemplate("several_renderings.docx")
for number in (1, 2):
    template.reset_replacements()
    template.replace_pic("p.png", "one.png" if number == 1 else "two.png")
    template.render({"name": f"document {number}"})
    template.save(f"document{number}.docx")
template.save("out.docx")
