from docxtpl import DocxTemplate

template = DocxTemplate("dynamic_table.docx")
template.render(
    {
        "labels": ["fruit", "vegetable", "stone"],
        "lines": [
            {"label": "yellow", "color": "FFFF00", "cells": ["banana", "capsicum", "pyrite"]},
            {"label": "red", "color": "FF0000", "cells": ["apple", "tomato", "cinnabar"]},
        ],
    }
)
template.save("out.docx")
