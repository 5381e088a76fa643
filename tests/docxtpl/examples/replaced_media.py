from docxtpl import DocxTemplate

template = DocxTemplate("replaced_media.docx")
template.replace_media("one.png", "two.png")
template.replace_embedded("embedded.docx", "other.docx")
template.replace_zipname("word/embeddings/book1.xlsx", "book.xlsx")
template.render({"name": "value"})
template.save("out.docx")
