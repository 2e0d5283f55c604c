"""Login by OpenID Connect: code with PKCE and nonce, and what a login lets a person do here."""
