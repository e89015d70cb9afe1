from upendo.pages.models.audience import Audience
from upendo.pages.models.block import Block
from upendo.pages.models.chapter import Chapter
from upendo.pages.models.page import KeptAddress, Page

__all__ = ["Audience", "Block", "Chapter", "KeptAddress", "Page"]
