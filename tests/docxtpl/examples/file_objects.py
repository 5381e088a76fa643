import io
from pathlib import Path

from docxtpl import DocxTemplate

with open("file_objects.docx", "rb") as source:
    template = DocxTemplate(io.BytesIO(source.read()))
template.render({"name": "value"})
target = io.BytesIO()
template.save(target)
with Path("out.docx").open("wb") as file:
    file.write(target.getvalue())
