import io

from docxtpl import DocxTemplate

template = DocxTemplate("replaced_picture.docx")
template.replace_pic("p.png", "two.png")
with open("two.png", "rb") as picture:
    template.replace_pic("p.png", io.BytesIO(picture.read()))
template.render({"name": "value"})
template.save("out.docx")
