from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

template = DocxTemplate("inline_image.docx")
rows = [
    {"image": InlineImage(template, "one.png", height=Mm(10)), "desc": "one"},
    {"image": InlineImage(template, "two.png"), "desc": "two"},
]
logo = InlineImage(template, image_descriptor="one.png", width=Mm(20), height=Mm(10), anchor="http://example.com/")
template.render({"logo": logo, "rows": rows})
template.save("out.docx")
