"""What a fact looks like: the tables, partial dates, quantities. Imports nothing from the other folders."""
