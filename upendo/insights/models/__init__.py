from upendo.insights.models.counters import (
    CODES_KEPT_MONTHS,
    DAYS,
    DAYS_KEPT_MONTHS,
    Act,
    CodeCount,
    CountedStory,
    Device,
    Kind,
    OpenedCode,
    StoryCount,
    UnknownCode,
    count_unknown_code,
)
from upendo.insights.models.shop_link import ShopLink
from upendo.insights.models.summary import Summary, SummaryReader

__all__ = [
    "CODES_KEPT_MONTHS",
    "DAYS",
    "DAYS_KEPT_MONTHS",
    "Act",
    "CodeCount",
    "CountedStory",
    "Device",
    "Kind",
    "OpenedCode",
    "ShopLink",
    "StoryCount",
    "Summary",
    "SummaryReader",
    "UnknownCode",
    "count_unknown_code",
]
