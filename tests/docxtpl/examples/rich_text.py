from docxtpl import DocxTemplate, R, RichText

template = DocxTemplate("rich_text.docx")
rich = RichText("a rich text", style="Strong")
rich.add(" with ")
rich.add("some italic", italic=True)
rich.add(", some violet", color="#ff00ff")
rich.add(", some striked", strike=True)
rich.add(", small", size=14)
rich.add("\n<line>\aparagraph\ttab", underline="dash")
rich.add(R(" and more", superscript=True))
template.render(
    {"example": rich, "chinese": R("测试TEST", font="eastAsia:微软雅黑"), "blanks": RichText(" " * 10), "tabs": RichText(5 * "\t")}
)
template.save("out.docx")
