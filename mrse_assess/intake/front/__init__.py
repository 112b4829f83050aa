"""What stands around the evidence: the contents list, the referee's authentication, the applicant."""
