"""What outcomes-based accountability talks about: true with no computer in the building."""
