-- A person's last tap counts whichever of their cards it was, or who entered it for them.
CREATE INDEX journal_last_of_person ON journal(person_ref, epoch, seq)
    WHERE kind IN ('tap', 'supervised_entry') AND person_ref IS NOT NULL;
