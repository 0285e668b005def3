"""What the public will see: ``citizen_page`` as the city shows it; ``publish_preview``: the last look."""
