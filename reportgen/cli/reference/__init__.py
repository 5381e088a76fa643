"""What template owners look up: fields of the schemas, tags, filters, each page made from what the programs themselves know."""
