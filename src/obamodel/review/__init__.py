"""What would a practitioner query? One rule a small function."""

from obamodel.review.findings import Finding, Severity
from obamodel.review.reviewing import Review, review_evaluation

__all__ = ["Finding", "Review", "Severity", "review_evaluation"]
