from docxtpl import DocxTemplate

template = DocxTemplate("header_footer.docx")
template.render({"title": "A title", "company": "The company", "date": "2023-12-31", "notes": ["first", "second"]})
template.save("out.docx")
