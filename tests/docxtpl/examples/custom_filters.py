import jinja2
from docxtpl import DocxTemplate


def multiply_by(value, by):
    return value * by


template = DocxTemplate("custom_filters.docx")
environment = jinja2.Environment()
environment.filters["multiply_by"] = multiply_by
environment.filters["total"] = lambda values: sum(values)
template.render({"price_dollars": 5.00, "prices": [1, 2, 3]}, environment)
template.save("out.docx")
