from docxtpl import DocxTemplate, RichText

template = DocxTemplate("hyperlink.docx")
rich = RichText("You can add a hyperlink, here to ")
rich.add("a search engine", url_id=template.build_url_id("http://example.com/?q=1&r=2"))
template.render({"rt": rich})
template.save("out.docx")
