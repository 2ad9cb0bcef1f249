"""The moorland bank: five invented plans and their answer keys."""
