from docxtpl import DocxTemplate

template = DocxTemplate("merged_document.docx")
part = template.new_subdoc("other.docx")
template.render({"mysubdoc": part})
template.save("out.docx")
