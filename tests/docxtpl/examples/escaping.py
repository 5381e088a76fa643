from html import escape

from docxtpl import DocxTemplate, Listing, R

template = DocxTemplate("escaping.docx")
template.render(
    {
        "rich": R('"less than" is <'),
        "filtered": "by a filter: < & >",
        "escaped": escape("by hand: < & >"),
        "mylisting": Listing("the listing\nwith\nsome\nlines \a and a paragraph \a and special chars: <>&"),
        "break": R("\f"),
    }
)
template.save("out.docx")
