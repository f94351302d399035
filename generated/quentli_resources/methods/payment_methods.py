"""Methods of `quentli.payment_methods`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.operation import AsyncOperations, Operation, Operations

if TYPE_CHECKING:
    from quentli_client import models


_DELETE: Operation[models.DeletePaymentMethodPayload] = Operation(
    "quentli.payment_methods.delete",
    "quentli_client.api.payment_methods.payment_methods_delete",
)


class PaymentMethods(Operations):
    """Cards and bank accounts that customers have saved for later charges."""

    def delete(
        self,
        id: str,
        /,
    ) -> models.DeletePaymentMethodPayload:
        """Delete a saved payment method.

        For a card or bank account that is not to be charged any more.

        Endpoint: `DELETE /v1/payment-methods/{id}`.

        Args:
            id: Id of the payment method to delete.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _DELETE,
            id,
        )


class AsyncPaymentMethods(AsyncOperations):
    """Async version of `PaymentMethods`."""

    async def delete(
        self,
        id: str,
        /,
    ) -> models.DeletePaymentMethodPayload:
        """Delete a saved payment method.

        For a card or bank account that is not to be charged any more.

        Endpoint: `DELETE /v1/payment-methods/{id}`.

        Args:
            id: Id of the payment method to delete.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _DELETE,
            id,
        )
