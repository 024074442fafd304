"""Any PDF becomes what a print shop would say of it: facts, read once, and rules that look at them."""
