# Makes the folder that Consul reads the registrations from; its own user does, in its container.
shared
mkdir -p discovery
chmod 755 discovery
