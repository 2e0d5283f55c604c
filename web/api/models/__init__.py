"""What the API gives, as models: the contract with other programs, apart from how we keep things."""
