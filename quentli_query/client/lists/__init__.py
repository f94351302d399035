"""Lists of records: queries, pages and pagination."""
