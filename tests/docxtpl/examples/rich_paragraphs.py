from docxtpl import DocxTemplate, RichText, RichTextParagraph

template = DocxTemplate("rich_paragraphs.docx")
rich = RichTextParagraph()
rich.add("A heading", parastyle="Heading1")
rich.add(RichText("red words", color="ff0000"))
template.render({"example": rich})
template.save("out.docx")
