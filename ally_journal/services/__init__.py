"""What the journal does: each service is one part of the door."""
