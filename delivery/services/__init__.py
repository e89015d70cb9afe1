"""The services that a run talks to: Heroku, GitHub, the running sites and a webhook."""
