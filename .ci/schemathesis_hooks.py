"""Signs every request as an administrator does: AWS Signature Version 4, service execute-api."""

import os

import schemathesis
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from requests.auth import AuthBase


class Signature(AuthBase):
    """Signs a request as it is about to be sent."""

    def __init__(self):
        key = Credentials(os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"])
        self.signer = SigV4Auth(key, "execute-api", "us-east-1")

    def __call__(self, request):
        # What is no header of Amazon's need not be signed, and some are changed on the way.
        signed = {name: value for name, value in request.headers.items() if name.lower().startswith("x-amz-")}
        ours = AWSRequest(method=request.method, url=request.url, data=request.body or b"", headers=signed)
        self.signer.add_auth(ours)
        request.headers.update(dict(ours.headers.items()))
        return request


schemathesis.auth.set_from_requests(Signature())


@schemathesis.serializer("application/x-ndjson")
def lines(ctx, value):
    """The description says text; what is made up goes as it is."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", errors="replace")
