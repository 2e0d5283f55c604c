"""The words: message catalogues in bokmål, nynorsk and English, and the messages that are made of them."""
