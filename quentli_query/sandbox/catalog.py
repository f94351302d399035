"""What a made-up organization has: concepts, discounts and webhooks. The same for the same seed."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import attrs

from quentli_query.sandbox.drawing import FIRST_DAY, LAST_DAY, Dice, Odds
from quentli_query.sandbox.instants import wire
from quentli_query.sandbox.resources import WEBHOOK_EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from quentli_query.sandbox.drawing import Organization

# What is billed, per group; amounts in pesos.
_RECURRENT = {
    "Colegiaturas": (
        ("Colegiatura preescolar", 3_200),
        ("Colegiatura primaria", 4_150),
        ("Colegiatura secundaria", 4_800),
        ("Colegiatura preparatoria", 5_600),
    ),
    "Servicios": (
        ("Transporte escolar", 1_450),
        ("Comedor", 980),
        ("Estancia por la tarde", 1_250),
        ("Apoyo psicopedagógico", 890),
    ),
    "Actividades": (
        ("Taller de robótica", 650),
        ("Clase de natación", 720),
        ("Ballet", 580),
        ("Fútbol", 540),
        ("Taller de música", 610),
        ("Inglés avanzado", 870),
    ),
}
_SINGLE = {
    "Inscripciones": (
        ("Inscripción preescolar", 4_000),
        ("Inscripción primaria", 5_200),
        ("Inscripción secundaria", 6_100),
        ("Inscripción preparatoria", 7_300),
        ("Reinscripción", 3_900),
    ),
    "Materiales": (
        ("Paquete de libros", 2_870.5),
        ("Uniforme diario", 1_199),
        ("Uniforme deportivo", 1_049.9),
        ("Cuadernos y útiles", 760),
        ("Credencial", 120),
    ),
    "Eventos": (
        ("Excursión a Teotihuacán", 850),
        ("Campamento de verano", 3_450),
        ("Graduación", 1_800),
        ("Kermés: boletos", 50),
    ),
}
# Belong to no group.
_LOOSE = (
    ("Seguro contra accidentes", 690),
    ("Examen de admisión", 450),
    ("Constancia de estudios", 85),
    ("Recargo por pago tardío", 250),
    ("Donativo", 500),
    ("Examen de certificación (USD)", 95),
    ("Intercambio académico (USD)", 1_850),
)
_ONE_OFF = (
    ("Reposición de tarjeta de acceso", 180),
    ("Vidrio roto del laboratorio", 940),
    ("Clases de regularización, junio", 1_320),
    ("Renta del auditorio", 6_500),
    ("Ajuste de saldo", 75.5),
    ("Envío de documentos", 210),
)

_INTERVALS = Odds({"MONTH": 16, "FORTNIGHT": 2, "WEEK": 2, "YEAR": 2, "DAY": 1})
_EACH = Odds({1: 8, 2: 2})

_DISCOUNTS = (
    ("Beca académica", "PERCENTAGE", 50),
    ("Beca deportiva", "PERCENTAGE", 25),
    ("Beca SEP", "PERCENTAGE", 30),
    ("Hermanos", "PERCENTAGE", 10),
    ("Tercer hermano", "PERCENTAGE", 15.5),
    ("Pago anual anticipado", "PERCENTAGE", 8.33),
    ("Pronto pago", "PERCENTAGE", 5),
    ("Hijos de empleados", "PERCENTAGE", 100),
    ("Convenio empresarial", "PERCENTAGE", 12),
    ("Exalumnos", "PERCENTAGE", 7.5),
    ("Bienvenida", "FIXED", 500),
    ("Referido", "FIXED", 750),
    ("Inscripción temprana", "FIXED", 1_000),
    ("Apoyo por contingencia", "FIXED", 1_500),
    ("Pago en línea", "FIXED", 99.5),
    ("Domiciliación", "FIXED", 120),
    ("Buen Fin", "FIXED", 888),
    ("Aniversario", "FIXED", 2_021),
    ("Taller gratuito", "FIXED", 610),
    ("Campamento", "FIXED", 450),
    ("Fidelidad", "PERCENTAGE", 3),
    ("Verano", "PERCENTAGE", 20),
)
_ONE_OFF_DISCOUNTS = (("Cortesía de la dirección", "FIXED", 300), ("Compensación", "PERCENTAGE", 40))

_LISTENERS = (
    ("contabilidad", "Pólizas para el sistema contable", "ENABLED"),
    ("erp", "Sincroniza el ERP", "ENABLED"),
    ("crm", None, "BROKEN"),
    ("avisos", "Avisos a las familias por WhatsApp", "ENABLED"),
    ("tablero", "Tablero de la dirección", "ENABLED"),
    ("pruebas", None, "DISABLED"),
    ("facturacion", "Timbra las facturas", "ENABLED"),
    ("control-escolar", "Alta y baja de alumnos", "ENABLED"),
    ("respaldo", None, "DISABLED"),
    ("cobranza", "Recordatorios de la cobranza", "ENABLED"),
    ("bodega", "Entrega de uniformes y libros", "BROKEN"),
    ("anterior", "El servidor de antes", "DELETED"),
)


@attrs.frozen
class Billable:
    """A concept, in the forms in which other records carry it.

    Attributes:
        record: The concept by itself.
        in_invoice: As in an item of an invoice.
        in_payment: As in an item of a payment.
    """

    record: dict[str, Any]
    in_invoice: dict[str, Any]
    in_payment: dict[str, Any]


@attrs.frozen
class Webhook:
    """A webhook, and since when it is told of what.

    Attributes:
        record: The webhook as the API writes it.
        since: When it was created.
        types: What it is told of.
        connection: The id of the connection over which it is called.
    """

    record: dict[str, Any]
    since: datetime
    types: frozenset[str]
    connection: str


@attrs.frozen
class Catalog:
    """What an organization has, whoever its customers are.

    Attributes:
        organization: Whose it is.
        recurrent: What subscriptions can be about.
        single: What else can be billed, all in pesos.
        dollars: The same in dollars.
        one_off: What was made for a single invoice; no list has these.
        discounts: The discounts, one-off ones at the end.
        webhooks: The webhooks.
    """

    organization: Organization
    recurrent: tuple[Billable, ...]
    single: tuple[Billable, ...]
    dollars: tuple[Billable, ...]
    one_off: tuple[Billable, ...]
    discounts: tuple[dict[str, Any], ...]
    webhooks: tuple[Webhook, ...]

    @property
    def concepts(self) -> tuple[Billable, ...]:
        """All that can be billed."""
        return self.recurrent + self.single + self.dollars + self.one_off

    def listening(self, event: str, moment: datetime) -> list[Webhook]:
        """Return the webhooks that were told of events of this type at that moment."""
        return [hook for hook in self.webhooks if event in hook.types and hook.since <= moment]


def make_catalog(seed: int, organization: Organization) -> Catalog:
    """Return what an organization has.

    Args:
        seed: Which things.
        organization: Whose they are.
    """
    # A seed of its own: customers are drawn from the bare one.
    return _CatalogMaker(Dice(f"{seed}/catalog"), organization).make()


class _CatalogMaker:
    def __init__(self, dice: Dice, organization: Organization) -> None:
        self._dice = dice
        self._organization = organization
        self._numbers = itertools.count(1)

    def make(self) -> Catalog:
        single = (*self._grouped(_SINGLE, self._concept), *(self._concept(*each) for each in _LOOSE))
        return Catalog(
            organization=self._organization,
            recurrent=self._grouped(_RECURRENT, self._recurrent_concept),
            single=tuple(concept for concept in single if concept.record["currency"] == "MXN"),
            dollars=tuple(concept for concept in single if concept.record["currency"] == "USD"),
            one_off=tuple(self._concept(*each, one_off=True) for each in _ONE_OFF),
            discounts=(
                *(self._discount(*each) for each in _DISCOUNTS),
                *(self._discount(*each, one_off=True) for each in _ONE_OFF_DISCOUNTS),
            ),
            webhooks=tuple(self._webhook(*each) for each in _LISTENERS),
        )

    def _grouped(
        self,
        groups: Mapping[str, Iterable[tuple[str, float]]],
        make: Callable[[str, float, dict[str, Any]], Billable],
    ) -> tuple[Billable, ...]:
        made: list[Billable] = []
        for name, concepts in groups.items():
            group = {"id": self._dice.identifier("grp_"), "name": name}
            made.extend(make(*each, group) for each in concepts)
        return tuple(made)

    def _recurrent_concept(self, name: str, pesos: float, group: dict[str, Any]) -> Billable:
        interval = self._dice.weighted(_INTERVALS)
        recurrence = {
            "recurrentDetailId": self._dice.identifier("rec_"),
            "recurrentDetail": {
                "collectionInterval": interval,
                "chargeEach": self._dice.weighted(_EACH),
                "toleranceDays": self._dice.choice((None, 3, 5, 10)),
            },
        }
        return self._concept(name, pesos, group, recurrence=recurrence)

    def _concept(
        self,
        name: str,
        price: float,
        group: dict[str, Any] | None = None,
        *,
        one_off: bool = False,
        recurrence: dict[str, Any] | None = None,
    ) -> Billable:
        created = self._dice.between(FIRST_DAY - timedelta(days=200), FIRST_DAY)
        updated = self._dice.between(created, LAST_DAY)
        retired = not recurrence and self._dice.chance(0.12)
        archived = updated if retired and self._dice.chance(0.5) else None
        record: dict[str, Any] = {
            "id": self._dice.identifier("con_"),
            "createdAt": wire(created),
            "updatedAt": wire(updated),
            "displayName": name,
            "description": f"{name}, ciclo escolar vigente" if self._dice.chance(0.6) else None,
            "amount": round(price * 100),
            "currency": "USD" if "USD" in name else "MXN",
            "organizationId": self._organization.id,
            "active": not retired,
            "sku": f"SKU-{next(self._numbers):04d}" if self._dice.chance(0.7) else None,
            "recurrentDetailId": None,
            "amountEditable": self._dice.chance(0.3),
            "quantityEditable": self._dice.chance(0.5),
            "archivedAt": wire(archived) if archived else None,
            "oneOff": one_off,
            "groupId": group and group["id"],
            **(recurrence or self._dice.choice(({}, {"recurrentDetail": None}))),
        }
        brief = {key: record[key] for key in ("id", "displayName", "description", "createdAt", "updatedAt")}
        return Billable(record, {**record, "group": group}, brief)

    def _discount(self, name: str, kind: str, off: float, *, one_off: bool = False) -> dict[str, Any]:
        created = self._dice.between(FIRST_DAY, LAST_DAY)
        updated = self._dice.between(created, LAST_DAY)
        deleted = self._dice.chance(0.12)
        return {
            "id": self._dice.identifier("dis_"),
            "createdAt": wire(created),
            "updatedAt": wire(updated),
            "deletedAt": wire(updated) if deleted else None,
            "name": name,
            "description": f"Descuento: {name.lower()}" if self._dice.chance(0.5) else None,
            "organizationId": self._organization.id,
            "type": kind,
            "amountOff": round(off * 100) if kind == "FIXED" else None,
            "percentageOff": off if kind == "PERCENTAGE" else None,
            "active": not deleted and self._dice.chance(0.8),
            "oneOff": one_off,
            "expiresAt": wire(updated + timedelta(days=180)) if self._dice.chance(0.4) else None,
            "maxApplications": self._dice.choice((None, None, 1, 10, 100)),
        }

    def _webhook(self, name: str, description: str | None, status: str) -> Webhook:
        # The first one is told of everything from the first day.
        first = name == _LISTENERS[0][0]
        created = FIRST_DAY if first else self._dice.between(FIRST_DAY, FIRST_DAY + timedelta(days=700))
        updated = self._dice.between(created, LAST_DAY)
        types = (
            WEBHOOK_EVENT_TYPES if first else self._dice.several(WEBHOOK_EVENT_TYPES, self._dice.whole(1, 9))
        )
        identifier, deleted = self._dice.identifier("wh_"), status == "DELETED"
        record = {
            "id": identifier,
            "createdAt": wire(created),
            "updatedAt": wire(updated),
            "url": f"https://{name}.example.com/quentli",
            "description": description,
            "status": status,
            "organizationId": self._organization.id,
            "enabledEvents": [self._enabled(identifier, event, created) for event in types],
            "deletedAt": wire(updated) if deleted else None,
            "deletedById": self._dice.choice(self._organization.staff) if deleted else None,
        }
        # What is deleted is told of nothing any more, and nothing is kept of what it was told.
        return Webhook(record, created, frozenset(() if deleted else types), self._dice.identifier("cnn_"))

    def _enabled(self, webhook: str, event: str, created: datetime) -> dict[str, Any]:
        return {
            "id": self._dice.identifier("wee_"),
            "createdAt": wire(created),
            "updatedAt": wire(created),
            "webhookId": webhook,
            "type": event,
        }
