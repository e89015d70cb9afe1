"""What the courier does for drafts in each round."""

from upendo.editing.emails import send_due
from upendo.editing.publish_due import publish_due
from upendo.web.rounds import each_round

each_round(publish_due)
each_round(send_due)
