from docxtpl import DocxTemplate

template = DocxTemplate("merged_cells.docx")
template.render({"items": [{"name": "A", "price": 1}, {"name": "B", "price": 2}], "columns": ["x", "y", "z"]})
template.save("out.docx")
