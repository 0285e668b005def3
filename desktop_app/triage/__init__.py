"""What officials do with reports, and what they are told while they do it.

Map:
    triage            commands on reports, undo, drafts, mine or theirs
    workflow_table    the workflow table as text
    role_lists        the quick filters that mean something to a person
    routing           which unit a report probably belongs to, and why
    approval          a leader's approvals, signed by their card with one PIN
    templates         answer templates: their places filled, or refused
    callers           a number's earlier reports, who called: asked of the centre, kept nowhere
    arranging         absences, takeovers, shared lists, campaigns: asked of the centre
    calls, shifts     calls taken down and sent; a hotline's shift handed over and taken
    report_files      files added to reports, waiting here or fetched from the centre
    similarity        reports of the same matter; neighbours: reports around a place; place_sketch: its map
"""
