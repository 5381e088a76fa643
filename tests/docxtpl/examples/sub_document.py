from docx.shared import Mm, Pt
from docxtpl import DocxTemplate

template = DocxTemplate("sub_document.docx")
part = template.new_subdoc()
paragraph = part.add_paragraph("This is a sub-document inserted into a bigger one, ")
paragraph.add_run("in bold").bold = True
paragraph.runs[0].font.size = Pt(20)
part.add_picture("one.png", width=Mm(15))
grid = part.add_table(rows=1, cols=3)
for cell, text in zip(grid.rows[0].cells, ("Qty", "Id", "Desc"), strict=False):
    cell.text = text
template.render({"mysubdoc": part})
template.save("out.docx")
