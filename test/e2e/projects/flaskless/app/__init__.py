"""A project without a framework."""
