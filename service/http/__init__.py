"""GraphQL over HTTP: what arrives at the door, what is let in, and how answers look."""

from service.http.hosts import allowed_hosts
from service.http.limits import Limits
from service.http.operation import Operation
from service.http.routes import Parts, web_application

__all__ = ["Limits", "Operation", "Parts", "allowed_hosts", "web_application"]
