from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError

template = DocxTemplate("template_error.docx")
try:
    template.render({"test_variable": "test variable value"})
except TemplateError as error:
    context = [line for line in error.docx_context if "unclosed" in line]
    assert context, "the error shows the words around the tag"
else:
    raise AssertionError("the template is faulty")
