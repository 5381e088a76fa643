from docxtpl import DocxTemplate

template = DocxTemplate("missing_variables.docx")
context = {"name": "value"}
before = template.get_undeclared_template_variables()
template.render(context)
after = template.get_undeclared_template_variables(context=context)
assert before == {"name", "items", "header_text"}, before
assert after == {"items", "header_text"}, after
template.save("out.docx")
