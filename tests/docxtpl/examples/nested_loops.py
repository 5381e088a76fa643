from docxtpl import DocxTemplate

template = DocxTemplate("nested_loops.docx")
template.render(
    {
        "dishes": [
            {"name": "Pizza", "ingredients": ["bread", "tomato"]},
            {"name": "Hamburger", "ingredients": ["bread", "beef", "cheese"]},
        ]
    }
)
template.save("out.docx")
