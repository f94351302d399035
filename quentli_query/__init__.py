"""Ask Quentli for exactly the records you mean."""
