from upendo.inbox.models.announcement import Announcement
from upendo.inbox.models.exchange import Exchange
from upendo.inbox.models.letter import Letter
from upendo.inbox.models.message import Message
from upendo.inbox.models.photo import Photo
from upendo.inbox.models.phrase import Phrase

__all__ = ["Announcement", "Exchange", "Letter", "Message", "Photo", "Phrase"]
