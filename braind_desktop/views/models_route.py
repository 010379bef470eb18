"""Where models are fetched from: server and proxy, and whether they answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtWidgets import QFrame, QLineEdit

from braind_desktop.desk import Desk
from braind_desktop.jobs import Lane
from braind_desktop.texts import error_texts, spoken_language, tr
from braind_desktop.views.settings_parts import Setting
from braind_desktop.widgets.basics import Button, Label, Speaking, column
from braind_desktop.widgets.combo import Combo

if TYPE_CHECKING:
    from braind.engine import Engine, Route, Server

OWN = "own"
PROXIES = ("system", "none", OWN)
FIELD_WIDTH = 240


class RouteCard(Speaking, QFrame):
    """Server, proxy and a try; nothing is asked of the net until then, or until a fetch."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self.desk = desk
        self._servers: tuple[Server, ...] = ()
        self.server, self.address = Combo(), QLineEdit()
        self.proxy, self.proxy_address = Combo(), QLineEdit()
        self.attempt, self.answer = Button("models.try"), Label("", "small", wrap=True)
        for field in (self.address, self.proxy_address):
            field.setFixedWidth(FIELD_WIDTH)
            field.editingFinished.connect(self._remember)
        for box in (self.server, self.proxy):
            box.setFixedWidth(140)
            box.activated.connect(lambda _: self._remember())
        self.attempt.clicked.connect(self.reach)
        self.setLayout(
            column(
                Label("models.network", "h3"), Label("models.network.about", "small", wrap=True),
                Setting("models.server", "", self.server, self.address),
                Setting("models.proxy", "", self.proxy, self.proxy_address),
                Setting("models.reach", "", self.attempt), self.answer, gap=12, margin=20,
            )
        )  # fmt: skip
        desk.ask(self, lambda engine: engine.model_servers(), self._offer, slot="servers")
        self.speak()

    def route(self) -> Route:
        """The way that is chosen."""
        from braind.engine import Route

        chosen, proxy = str(self.server.currentData() or ""), self.proxy.currentData()
        server = self.address.text().strip() if chosen == OWN else chosen
        own = self.proxy_address.text().strip()
        return Route(server, {"none": "", OWN: own or None}.get(str(proxy)))

    def host(self) -> str:
        """The name of the chosen server."""
        return urlsplit(self.route().base).hostname or self.route().base

    def reach(self) -> None:
        """Ask the server whether it is there."""
        route, host = self.route(), self.host()

        def job(engine: Engine) -> Iterator[object]:
            engine.reach_server(route)
            yield host

        self.answer.say("models.trying")
        task = self.desk.runner.start(job, Lane.NET)
        task.reported.connect(lambda host: self.answer.say(lambda: tr("models.reached", host=host)))
        task.failed.connect(lambda error: self.answer.say(lambda: " ".join(error_texts(error))))

    def _offer(self, servers: tuple[Server, ...]) -> None:
        self._servers = servers
        self.speak()

    def _remember(self) -> None:
        settings = self.desk.settings
        settings.setValue("models/server", self.server.currentData())
        settings.setValue("models/address", self.address.text().strip())
        settings.setValue("models/proxy", self.proxy.currentData())
        settings.setValue("models/proxy_address", self.proxy_address.text().strip())
        self._show_fields()

    def _show_fields(self) -> None:
        self.address.setVisible(self.server.currentData() == OWN)
        self.proxy_address.setVisible(self.proxy.currentData() == OWN)

    def speak(self) -> None:
        """Say it in the language of the window."""
        settings, language = self.desk.settings, spoken_language()
        self.server.clear()
        for server in self._servers:
            self.server.addItem(server.name.get(language, server.id), server.id)
        self.server.addItem(tr("models.own"), OWN)
        self.proxy.clear()
        for proxy in PROXIES:
            self.proxy.addItem(tr(f"models.proxy.{proxy}"), proxy)
        for box, key in ((self.server, "models/server"), (self.proxy, "models/proxy")):
            box.setCurrentIndex(max(0, box.findData(settings.value(key))))
        self.address.setText(str(settings.value("models/address", "")))
        self.proxy_address.setText(str(settings.value("models/proxy_address", "")))
        self.address.setPlaceholderText("https://")
        self.proxy_address.setPlaceholderText("http://")
        for field, name in (
            (self.server, "models.server"), (self.address, "models.own"),
            (self.proxy, "models.proxy"), (self.proxy_address, "models.proxy.own"),
        ):  # fmt: skip
            field.setAccessibleName(tr(name))
        self._show_fields()
